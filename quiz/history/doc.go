// Package history keeps what a learner did in an SQLite file.
//
// # What it promises
//
// Events are the truth. They are added and never changed; progress is a cache
// of what they fold to, and [Store.Verify] shows that the two agree to the byte.
//
// [Store.Commit] returns when its events are on the disk. A kill, a power cut,
// a full disk or another program afterwards takes nothing of that away, and
// what Commit refuses was not written at all and may be committed again as it
// is: it is idempotent by event id. It does not end early when its context is
// cancelled.
//
// Several programs may use one file at once. Each commit first reads what the
// others have written, so that their ratings count in their order; one that has
// to wait for more than five seconds fails with [ErrLocked].
//
// A file that is something else, newer or damaged is refused with an [Error]
// that names it and says how to go on, and is left as it is. Readers
// ([OpenReadOnly]) make nothing: where no history is they read an empty one.
// Where nothing can be written they still read, also what a killed program left
// in its log, as long as the files beside the history are there.
//
// # The file
//
// [Open] makes the file for its owner alone (0600, its folder 0700), whole under
// another name first. SQLite keeps a log and its index beside it while it is
// open (-wal, -shm); they belong to it, so a history is copied with
// [Store.Backup] and not as a file, and never lives in a folder that a program
// for synchronising files looks after. Its application id is "rect", its
// user version the number of steps in the folder schema that made it. Before an
// upgrade a copy is kept as NAME.version-N.
//
// The tables devices, cards and events hold the truth, self says which device
// this file is. The tables placed and progress are the cache: the effective
// time of each event, whether it is undone and which card holds it, and the
// progress of 64 cards a row, packed, so that all cards of a large deck are
// read in a few milliseconds. A commit folds the cards that it touches anew from
// the events that they hold: those it rates, marks or takes back, those that a
// relink moves or gives back, those of decks whose parameters are others now.
// When these are a good part of all, and after an import, everything is folded:
// the events are read once into 48 bytes each and folded card by card on all
// processors, two million in a few seconds.
//
// # Time and memory
//
// On a history of 100,000 cards and 2,000,000 events (650 MB) a rating is on the
// disk after a few milliseconds, as are its undo and a relink; a fold of
// everything, which Rebuild and Verify compare with what is kept, takes seconds
// and less than 300 MB. Export holds one event at a time, Import the lines that
// come, in memory up to 16 MiB and then in a file beside the history without a
// name. The benchmarks named Large measure all that, with RECTO_LARGE=1 at that
// size, which historytest.Generate makes up.
//
// # Two machines
//
// [Store.Export] writes the events as lines of JSON (quiz.Event.AppendJSON), in
// their order; [Store.Import] adds those that are not there yet. Importing each
// other's export leaves two machines with the same events, the same progress
// and, byte for byte, the same export. The same id with another content is
// [ErrConflict], and changes nothing.
//
// Each file is a device of its own, by a random name made with it. A file that
// was copied by hand, and is then used in both places, is one device twice:
// nothing is lost by that, its events are ordered by sequence and id, only less
// exactly by time. [Restore] makes a device anew.
//
// # Places
//
// A place is the path of a file. A postgres:// URL is refused with
// [ErrUnsupported]: the queries are written once for every engine, and the
// package historytest is the suite that each must pass, but only SQLite is
// built in.
package history
