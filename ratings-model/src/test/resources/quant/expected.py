"""Writes prices.csv (synthetic) and expected.csv (their figures by pandas, numpy and scipy), the oracle of QuantOracleTest.

/usr/bin/python3 expected.py   (numpy 1.24, pandas 1.5, scipy 1.10)
"""
import os
import numpy as np
import pandas as pd
from scipy import stats

HERE = os.path.dirname(os.path.abspath(__file__))
DAYS, YEAR = 520, 365
rng = np.random.default_rng(7)


def walk(vol, drift, common, loading, start):
    noise = rng.standard_t(4, DAYS) / np.sqrt(2)
    return start * np.exp(np.cumsum(drift + loading * common + vol * noise))


common = rng.standard_t(4, DAYS) / np.sqrt(2) * 0.03
prices = pd.DataFrame(
    {
        "BTC": walk(0.005, 0.001, common, 1.0, 9000.0),
        "RISING": walk(0.04, 0.003, common, 1.2, 1.5),
        "FALLING": walk(0.05, -0.004, common, 0.8, 0.02),
        "GAPS": walk(0.06, 0.0, common, 0.5, 40.0),
    },
    index=pd.date_range("2020-02-01", periods=DAYS),
).round(8)
prices.loc[prices.index[:100], "GAPS"] = np.nan
prices.loc[prices.index[200:204], "GAPS"] = np.nan
prices.loc[prices.index[480:492], "GAPS"] = np.nan  # longer than what is carried
prices.to_csv(os.path.join(HERE, "prices.csv"), index_label="date")

filled = prices.ffill(limit=7)
returns = filled / filled.shift(1) - 1
market = returns.mean(axis=1)


def figures(price, r, btc, mkt, rf):
    f = rf / YEAR
    out = {}
    span = (price.index[-1] - price.index[0]).days
    growth = price.iloc[-1] / price.iloc[0]
    out["cumulative_return"] = growth - 1
    out["cagr"] = growth ** (YEAR / span) - 1
    out["mean_daily_return"] = r.mean()
    out["volatility"] = r.std(ddof=1) * YEAR**0.5
    down = np.sqrt(np.mean(np.square(np.minimum(r - f, 0))))
    out["downside_deviation"] = down * YEAR**0.5
    out["sharpe"] = (r - f).mean() / r.std(ddof=1) * YEAR**0.5
    out["sortino"] = (r - f).mean() / down * YEAR**0.5
    dd = price / price.cummax() - 1
    out["max_drawdown"] = dd.min()
    out["current_drawdown"] = dd.iloc[-1]
    out["calmar"] = out["cagr"] / abs(dd.min())
    out["recovery_factor"] = out["cumulative_return"] / abs(dd.min())
    out["ulcer_index"] = np.sqrt((dd**2).mean())
    out["ulcer_performance"] = (out["cagr"] - rf) / out["ulcer_index"]
    highs = price.index[dd == 0]
    spans = [(b - a).days for a, b in zip(highs, list(highs[1:]) + [price.index[-1]])]
    out["longest_drawdown"] = max(s for s in spans if s > 1)
    trough = dd.idxmin()
    peak = price[:trough].idxmax()
    after = price[trough:]
    again = after[after >= price[peak]]
    out["_peak"], out["_trough"] = peak.date(), trough.date()
    out["_recovery"] = again.index[0].date() if len(again) else ""
    out["skewness"] = stats.skew(r, bias=False)
    out["excess_kurtosis"] = stats.kurtosis(r, bias=False)
    q = lambda p: np.percentile(r, p)
    out["tail_ratio"] = abs(q(95)) / abs(q(5))
    out["var_95"], out["var_99"] = -q(5), -q(1)
    out["cvar_95"], out["cvar_99"] = -r[r <= q(5)].mean(), -r[r <= q(1)].mean()
    gains, losses = r[r > 0], r[r < 0]
    out["profit_factor"] = gains.sum() / -losses.sum()
    e = r - f
    out["omega"] = e[e > 0].sum() / -e[e < 0].sum()
    out["gain_to_pain"] = r.sum() / -losses.sum()
    out["win_rate"] = len(gains) / (len(gains) + len(losses))
    out["payoff_ratio"] = gains.mean() / -losses.mean()
    out["best_day"], out["worst_day"] = r.max(), r.min()
    out["autocorrelation"] = pd.Series(r.values).autocorr(1)
    for name, b in (("btc", btc), ("market", mkt)):
        fit = stats.linregress(b - f, r - f)
        out["beta_" + name] = fit.slope
        out["alpha_" + name] = fit.intercept * YEAR
        out["correlation_" + name] = fit.rvalue
        out["information_" + name] = (
            (r - b).mean() / (r - b).std(ddof=1) * YEAR**0.5 if not np.allclose(r, b) else np.nan
        )
    return out


rows = []
for rate in (0.0, 0.05):
    for token in ("BTC", "RISING", "FALLING", "GAPS"):
        for window, days in (("30d", 30), ("90d", 90), ("365d", 365), ("all", DAYS)):
            price = filled[token].iloc[-min(days, DAYS - 1) - 1 :]
            r = returns[token].loc[price.index[1:]].dropna()
            price = price.dropna()
            if len(r) < max(20, 0 if window == "all" else 0.8 * days):
                rows.append((rate, token, window, "_insufficient", ""))
                continue
            found = figures(price, r, returns["BTC"].loc[r.index], market.loc[r.index], rate)
            rows += [(rate, token, window, k, v) for k, v in found.items()]
frame = pd.DataFrame(rows, columns=["risk_free_rate", "token", "window", "metric", "value"])
frame.to_csv(os.path.join(HERE, "expected.csv"), index=False)
market.rename("market").to_csv(os.path.join(HERE, "market.csv"), index_label="date")
