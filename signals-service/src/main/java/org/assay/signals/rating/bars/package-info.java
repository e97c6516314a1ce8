/** The bars and capitalisations that ratings are made from, as they are known now. */
@NullMarked
package org.assay.signals.rating.bars;

import org.jspecify.annotations.NullMarked;
