@NullMarked
package org.assay.signals;

import org.jspecify.annotations.NullMarked;
