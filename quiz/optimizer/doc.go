// Package optimizer fits the parameters of FSRS-6 to what a learner reviewed,
// says how far their predictions can be trusted, and moves due days when the
// parameters have changed.
//
// The package is pure: it reads no clock, no file and no configuration, and
// the only chance is a seed. The same reviews and the same seed give the same
// bytes, on any number of processors.
//
// # What is learned from
//
// NewDataset takes reviews, in the order of time; ReadCSV reads those of a log
// in the layout of FSRS tools. An item is a review that
// comes on a later day than its card's review before: whether it was recalled
// (rated better than Again) tells how memory lasts. Everything before it is
// its history. Cards that began in a way that few did are left out of training
// as accidents (see withoutOutliers in the source), and so are items with more
// than 256 reviews before them. They count when parameters are judged.
//
// # How parameters are found
//
// Fit goes by what there is to learn from:
//
//	items to train on    what is fitted
//	below 8              nothing: the defaults
//	below 64             the stabilities after the first rating, w0 to w3
//	64 and more          all 21 parameters
//
// The stabilities after a first rating are those that explain best how many
// cards were recalled after each first wait; they rise with the rating, and
// those of ratings never given are derived. From there all parameters are
// trained for eight epochs on batches of 512 items (more of them when there are
// more than 65,000), by Adam with a rate of 0.04 that falls to 0 along a
// cosine. After each step they are clipped to their bounds. The loss is
//
//	sum over items of weight (-ln of the chance given to what happened)
//	+ share of the batch × sum over parameters of ((w - start)/spread)²
//
// The weight of an item is 0.25 for the oldest and rises to 1 with the third
// power of its place in time, as learners change. Spread is how much a
// parameter differs between learners.
//
// Derivatives are exact: one pass over a card's reviews that all its items
// share, and one back. A batch is the sum of eight parts, added in their order,
// whoever computes them.
//
// # Little to learn from
//
// Training on a few hundred items finds chance as well. Below 5000 items Fit
// first foretells each part of the history from what came before it, and goes
// only so far from the defaults to the trained parameters (Result.Share) as
// foretells about best. Published FSRS tools take all or nothing there.
//
// Whatever was found, it is taken only when its log loss over all items, each
// counted alike, is below that of the parameters in use.
//
// # How good it is
//
// Evaluate scores parameters. Compare foretells a history from its own past,
// and sets FSRS-6 with fitted parameters beside that with the defaults and
// those in use, beside SM-2, and beside a constant; with a calibration. Its
// Verdict says it in words.
//
// # Moving due days
//
// New parameters read the past anew, and cards would be due on other days.
// Reschedule finds these days such that none holds more cards than before, or
// than a limit, whichever is greater: what is due sooner comes as soon as there
// is room, most urgent first.
//
// # Agreement
//
// The tests compare items, scores and results with what fsrs-rs 6.5.0 trained
// on four logs: log loss within 0.0003 of it or below. On two cores 100,000
// reviews take about an eighth of a second and 1,000,000 about one second, in
// a tenth of the memory.
package optimizer
