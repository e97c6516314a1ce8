/** What is computed after each hour. */
@NullMarked
package org.assay.signals.rating.hourly;

import org.jspecify.annotations.NullMarked;
