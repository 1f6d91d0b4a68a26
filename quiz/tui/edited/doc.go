// Package edited asks the learner, before a session, whether questions are
// those that were studied, edited since: where nobody can be sure but the one
// who learns. It is told what they said and say, and answers with a decision
// for each; what follows from them is for who opens the session.
package edited
