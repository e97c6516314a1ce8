/** How past grades, signals and forecasts did, by stated rules. */
@NullMarked
package org.assay.api.scorecard;

import org.jspecify.annotations.NullMarked;
