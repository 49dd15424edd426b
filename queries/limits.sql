-- Limits of a share or a rate whose cases vary by chance, for queries/interval.sql: cases and base
-- as DOUBLE, base > 0, z the normal quantile of the level. Shares of 1, or counts.

-- Wilson's score interval (Wilson 1927; Newcombe 1998, method 3). The upper limit of a share is 1
-- less the lower limit of the cases that do not count.
create or replace macro wilson_lower(cases, base, z) as
    greatest(
        cases + z * z / 2 - z * sqrt(cases * (base - cases) / base + z * z / 4),
        0
    ) / (base + z * z);

-- The same with a continuity correction of 1/2 (Newcombe 1998, method 4) and one for skewness,
-- s (1 - 2p) cases with s = (z² - 1) / 6 (Hall 1982): Wilson's errs far out in the tails, where few
-- cases count or few do not. It is the smaller p at which
--     cases = base p + z √(base p (1 - p)) + 1/2 + s (1 - 2p),
-- a quadratic in p; with a = cases - 1/2 - s and m = base - 2s: (a - m p)² = z² base p (1 - p).
create or replace macro score_root(a, m, v) as
    case
        when a <= 0 then 0
        else (2 * a * m + v - sqrt(v * (4 * a * (m - a) + v))) / (2 * (m * m + v))
    end;

create or replace macro score_lower(cases, base, z) as
    score_root(cases - 0.5 - (z * z - 1) / 6, base - (z * z - 1) / 3, z * z * base);

-- Byar's approximation of the exact Poisson limits of a count (Rothman & Boice 1979; Breslow & Day
-- 1987, eq. 2.13).
create or replace macro byar_lower(cases, z) as
    case
        when cases = 0 then 0
        else cases * greatest(1 - 1 / (9 * cases) - z / (3 * sqrt(cases)), 0) ** 3
    end;

create or replace macro byar_upper(cases, z) as
    (cases + 1) * (1 - 1 / (9 * (cases + 1)) + z / (3 * sqrt(cases + 1))) ** 3;
