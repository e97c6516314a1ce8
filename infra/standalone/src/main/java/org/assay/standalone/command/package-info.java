/** One class for each command of the command line. */
@NullMarked
package org.assay.standalone.command;

import org.jspecify.annotations.NullMarked;
