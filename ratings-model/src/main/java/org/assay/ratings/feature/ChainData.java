package org.assay.ratings.feature;

import org.assay.ratings.panel.Grid;

/**
 * Daily aggregates of tokens' chains on a panel's calendar, each of the panel's shape; missing where a token has no chain of
 * its own or nobody counted.
 *
 * @param activeAddresses distinct addresses that sent or received
 * @param transactions transactions in blocks of the day
 * @param transferValue value moved, in USD, adjusted for change and self-transfers where the source does that
 * @param fees paid to include transactions, in USD
 * @param exchangeNetFlow value that reached exchanges minus value that left them, in USD
 */
public record ChainData(Grid activeAddresses, Grid transactions, Grid transferValue, Grid fees, Grid exchangeNetFlow) {}
