package compiled

import (
	"encoding/binary"
	"hash/crc32"
)

// Resum puts the right head and checksum before the bytes of an index, so that
// a fuzzer gets past them.
func Resum(b []byte) []byte {
	if len(b) < headSize {
		return b
	}
	size := min(int(binary.LittleEndian.Uint32(b[16:])), len(b)-headSize)
	out := append([]byte(magic), fingerprint()...)
	out = binary.LittleEndian.AppendUint32(out, uint32(size))
	out = binary.LittleEndian.AppendUint32(out, crc32.Checksum(b[headSize:headSize+size], checksums))
	return append(out, b[headSize:]...)
}
