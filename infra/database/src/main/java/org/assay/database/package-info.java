@NullMarked
package org.assay.database;

import org.jspecify.annotations.NullMarked;
