/** Where the recorded data lies that tests read. */
@NullMarked
package org.assay.testkit.recording;

import org.jspecify.annotations.NullMarked;
