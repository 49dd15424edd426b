-- One row per contract for assistance services in an in-scope township, with the year it was signed in.
select
    purchase.ref_area,
    cast(year(purchase.signed_on) as bigint) as year,
    purchase.supplier,
    purchase.service_type,
    purchase.start_on,
    purchase.end_on,
    purchase.budget,
    purchase.paid,
    purchase.score
from staging.aid_purchases as purchase
inner join reference.township as township
    on purchase.ref_area = township.ref_area
    and township.in_scope
inner join reference.extract as extract
    on extract.extract = 'aid_purchases'
    and purchase.signed_on >= extract.history_from
    and purchase.signed_on <= extract.as_of
