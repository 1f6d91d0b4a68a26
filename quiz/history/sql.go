package history

// The queries. Rows of events, cards and devices are only ever added.
const (
	getSelf = `SELECT d.number, d.name FROM self JOIN devices d ON d.number = self.device`
	setSelf = `INSERT INTO self (one, device) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET device = excluded.device`

	allDevices = `SELECT number, name FROM devices`

	getDevice = `SELECT number FROM devices WHERE name = ?`
	addDevice = `INSERT INTO devices (name) VALUES (?)`

	getCard     = `SELECT number FROM cards WHERE deck = ? AND question = ? AND face = ?`
	getCardID   = `SELECT deck, question, face FROM cards WHERE number = ?`
	addCard     = `INSERT INTO cards (deck, question, face) VALUES (?, ?, ?)`
	countCards  = `SELECT count(*) FROM cards`
	allDecks    = `SELECT DISTINCT deck FROM cards WHERE face != ''`
	cardsOfDeck = `SELECT number FROM cards WHERE deck = ? AND face != ''`
	allCards    = `SELECT number, deck, question, face FROM cards ORDER BY number`

	addEvent = `INSERT INTO events (id, device, sequence, at, kind, first, card, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`

	takeEvent = addEvent + ` ON CONFLICT (id) DO NOTHING`

	// The columns of an event, and what goes before and after them.
	selectEvent = `SELECT e.number, e.id, d.name, e.sequence, e.at, e.kind, e.first,
		coalesce(c.deck, ''), coalesce(c.question, ''), coalesce(c.face, ''), e.body,
		coalesce(p.time, 0), coalesce(p.undone, -1), coalesce(p.holder, 0)
		FROM events e JOIN devices d ON d.number = e.device
		LEFT JOIN cards c ON c.number = e.card LEFT JOIN placed p ON p.event = e.number `
	byID          = selectEvent + `WHERE e.id = ?`
	byNumber      = selectEvent + `WHERE e.number > ? ORDER BY e.number LIMIT ?`
	byHolder      = selectEvent + `WHERE p.holder = ? AND p.undone = 0`
	byKind        = selectEvent + `WHERE e.kind = ? AND e.kind IN ('undo', 'relink', 'settings')`
	byKindInOrder = byKind + ` ` + inOrder
	heldBy        = selectEvent + `WHERE p.holder = ?`
	relinksSince  = selectEvent + `WHERE e.kind = 'relink' AND e.kind IN ('undo', 'relink', 'settings') AND +p.time >= ? AND p.undone = 0`
	byAction      = selectEvent + `WHERE (e.id = ? OR e.first = ?) AND e.kind <> 'seen' AND p.undone = 0`
	inOrder       = `ORDER BY p.time, d.name, e.sequence, e.id`
	lastNumber    = `SELECT coalesce(max(number), 0) FROM events`
	// The index of times gives the order but for events of one millisecond, so
	// that nothing large is sorted.
	allInOrder = `SELECT e.number, e.id, d.name, e.sequence, e.at, e.kind, e.first,
		coalesce(c.deck, ''), coalesce(c.question, ''), coalesce(c.face, ''), e.body, p.time, p.undone, coalesce(p.holder, 0)
		FROM placed p INDEXED BY placed_time CROSS JOIN events e ON e.number = p.event CROSS JOIN devices d ON d.number = e.device
		LEFT JOIN cards c ON c.number = e.card ` + inOrder

	// What a fold of everything reads, in the order of numbers.
	countEvents   = `SELECT count(*), coalesce(max(number), 0) FROM events`
	countTo       = `SELECT count(*) FROM events WHERE number <= ?`
	factsBetween  = `SELECT number, device, sequence, at, kind, coalesce(card, 0), body FROM events WHERE number > ? AND number <= ? ORDER BY number`
	eventsBetween = `SELECT number, device, sequence, at, kind, coalesce(card, 0), body, id, first FROM events WHERE number > ? AND number <= ? ORDER BY number`
	allPlaced     = `SELECT event, time, undone, coalesce(holder, 0) FROM placed ORDER BY event`
	getKind       = `SELECT number, kind FROM events WHERE id = ?`
	getID         = `SELECT id FROM events WHERE number = ?`

	lastSeen = `SELECT e.body FROM cards c JOIN placed p ON p.holder = c.number
		JOIN events e ON e.number = p.event JOIN devices d ON d.number = e.device
		WHERE c.deck = ? AND c.question = ? AND c.face = ''
		ORDER BY p.time DESC, d.name DESC, e.sequence DESC, e.id DESC LIMIT 1`
	seenInDeck = `SELECT c.number, e.body FROM cards c JOIN placed p ON p.holder = c.number
		JOIN events e ON e.number = p.event JOIN devices d ON d.number = e.device
		WHERE c.deck = ? AND c.face = ''
		ORDER BY c.number, p.time DESC, d.name DESC, e.sequence DESC, e.id DESC`
	lastOfDevice = `SELECT e.sequence, p.time FROM events e JOIN placed p ON p.event = e.number
		WHERE e.device = ? ORDER BY e.sequence DESC, e.id DESC LIMIT 1`
	lastActions = `SELECT coalesce(e.first, e.id) FROM placed p JOIN events e ON e.number = p.event
		JOIN devices d ON d.number = e.device
		WHERE p.undone = 0 AND e.kind NOT IN ('seen', 'undo')
		ORDER BY p.time DESC, d.name DESC, e.sequence DESC, e.id DESC`
	lastTime = `SELECT coalesce(max(time), 0) FROM placed`

	setPlaced = `INSERT INTO placed (event, time, undone, holder) VALUES (?, ?, ?, ?)
		ON CONFLICT (event) DO UPDATE SET time = excluded.time, undone = excluded.undone, holder = excluded.holder`
	setUndone = `UPDATE placed SET undone = ? WHERE event = ?`
	setHolder = `UPDATE placed SET holder = ? WHERE event = ?`

	getShelf     = `SELECT cards FROM progress WHERE shelf = ?`
	allShelves   = `SELECT shelf, cards FROM progress ORDER BY shelf`
	setShelf     = `INSERT INTO progress (shelf, cards) VALUES (?, ?) ON CONFLICT (shelf) DO UPDATE SET cards = excluded.cards`
	countShelves = `SELECT count(*) FROM progress`
	dropShelf    = `DELETE FROM progress WHERE shelf = ?`
)
