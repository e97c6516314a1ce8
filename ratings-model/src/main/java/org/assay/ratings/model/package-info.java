/** Models of the tokens' standing in the days to come: training, scores with their exact contributions, and the model file. */
@NullMarked
package org.assay.ratings.model;

import org.jspecify.annotations.NullMarked;
