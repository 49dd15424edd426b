/*
name_zh = "五社联动指数"
name_en = "Five-party linkage index"
theme = "five_parties"
unit_measure = "points"
unit_zh = "分"
per = 1
decimals = 1
freq = "A"
kind = "stock"
polarity = "higher_is_better"
chance = "none"
extracts = ["social_workers", "resident_lounges", "organizations", "volunteer_returns", "donations"]
reviewed = 2026-11-22

definition_zh = "年末每万人建成的居民会客厅、登记的社区社会组织、持证社工、社区志愿者和当年的慈善捐款，各除以基准值、乘以权重后相加；各项都达到基准值时为100分。"
definition_en = "Built lounges, registered community organizations, certified social workers, and volunteers at the end of the year and yuan donated in it, per 10,000 residents, each divided by its scale, weighted and added up; 100 where each reaches its scale."
caveats_zh = "基准值取2022年末全市水平（演示），权重为本地配置（index_weight.csv），改了就是另一个指数。“社会慈善资源”为当年的慈善捐款，不含物资。居民会客厅按村社区建，人口密的街道每万人会偏低。"

# Which records make the numerator of an area and period
rows_of = "index_weight"
rows = "record.index_name = 'five_party_index'"
measure = """
cast(sum(record.weight / record.scale * case record.component
    when 'community' then (
        select count(*)
        from staging.resident_lounges as lounge
        where lounge.ref_area = spine.ref_area and lounge.built_on <= spine.counted_on
    )
    when 'organization' then (
        select count(*)
        from staging.organizations as organization
        where
            organization.ref_area = spine.ref_area
            and organization.basis <> '备案'
            and organization.is_community
            and organization.registered_on <= spine.counted_on
            and (
                organization.deregistered_on is null
                or organization.deregistered_on > spine.counted_on
            )
    )
    when 'social_worker' then (
        select count(*)
        from staging.social_workers as worker
        where worker.ref_area = spine.ref_area and worker.certified_on <= spine.counted_on
    )
    when 'volunteer' then (
        select sum(volunteer.registered)
        from staging.volunteer_returns as volunteer
        where
            volunteer.ref_area = spine.ref_area
            and volunteer.month = make_date(spine.year, 12, 1)
    )
    else (
        select sum(donation.amount)
        from staging.donations as donation
        where donation.ref_area = spine.ref_area and year(donation.month) = spine.year
    )
end) as decimal(18, 2))
"""
*/
select
    five_party_year.ref_area,
    cast(five_party_year.year as varchar) as time_period,
    sum(five_party_year.index_points) as numerator,
    max(resident_month.persons) * 0.0001 as denominator
from mart.five_party_year
inner join mart.resident_month
    on five_party_year.ref_area = resident_month.ref_area
    and five_party_year.year = resident_month.year
where month(resident_month.month_start) = 12
group by five_party_year.ref_area, five_party_year.year
