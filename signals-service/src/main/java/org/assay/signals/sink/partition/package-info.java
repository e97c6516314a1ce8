/** Partitions by time: made when a row needs one, dropped when their retention has passed. */
@NullMarked
package org.assay.signals.sink.partition;

import org.jspecify.annotations.NullMarked;
