@NullMarked
package org.assay.ratings;

import org.jspecify.annotations.NullMarked;
