-- One row per place people may walk to, as the marts have it: for the page of reach and siting.
select * from mart.reach_place
