package org.assay.api.problem;

import io.micronaut.core.annotation.Introspected;

/**
 * One thing wrong with one parameter.
 *
 * @param parameter its name, as in the query or the path
 * @param detail what is wrong with it and what would be right, for people
 */
@Introspected
public record ParameterError(String parameter, String detail) {}
