package history

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"
)

// spoolRoom is how many bytes a spool keeps in memory before it goes on in a file.
const spoolRoom = 16 << 20

// spool keeps lines, with their numbers, until they have all come: in memory
// while they are few, then in a file that has no name or soon none.
type spool struct {
	dir  string
	room []byte
	file *os.File
	out  *bufio.Writer
}

// newSpool returns a spool whose file, when it needs one, lies beside path.
func newSpool(path string) *spool { return &spool{dir: filepath.Dir(path)} }

// add keeps a line.
func (s *spool) add(number int, line []byte) error {
	head := binary.AppendUvarint(nil, uint64(number))
	head = binary.AppendUvarint(head, uint64(len(line)))
	if s.file == nil && len(s.room)+len(head)+len(line) <= spoolRoom {
		s.room = append(append(s.room, head...), line...)
		return nil
	}
	if s.file == nil {
		f, err := os.CreateTemp(s.dir, ".import-*") // mode 0600
		if err != nil {
			return err
		}
		_ = os.Remove(f.Name()) // where an open file can have no name
		s.file, s.out = f, bufio.NewWriterSize(f, 1<<20)
	}
	_, err := s.out.Write(head)
	if err == nil {
		_, err = s.out.Write(line)
	}
	return err
}

// each hands over the lines in their order; a line is the callee's until it
// returns.
func (s *spool) each(do func(number int, line []byte) error) error {
	room := s.room
	for len(room) > 0 {
		number, n := binary.Uvarint(room)
		size, m := binary.Uvarint(room[n:])
		line := room[n+m:][:size]
		room = room[n+m+int(size):]
		if err := do(int(number), line); err != nil {
			return err
		}
	}
	if s.file == nil {
		return nil
	}
	if err := s.out.Flush(); err != nil {
		return err
	}
	if _, err := s.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	in := bufio.NewReaderSize(s.file, 1<<20)
	var line []byte
	for {
		number, err := binary.ReadUvarint(in)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		size, err := binary.ReadUvarint(in)
		if err != nil {
			return err
		}
		if uint64(cap(line)) < size {
			line = make([]byte, size)
		}
		line = line[:size]
		if _, err := io.ReadFull(in, line); err != nil {
			return err
		}
		if err := do(int(number), line); err != nil {
			return err
		}
	}
}

// Close takes the file away.
func (s *spool) Close() error {
	if s.file == nil {
		return nil
	}
	err := s.file.Close()
	if gone := os.Remove(s.file.Name()); !errors.Is(gone, os.ErrNotExist) {
		err = errors.Join(err, gone)
	}
	return err
}
