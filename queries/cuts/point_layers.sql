-- One row per point layer.
select * from point_layer order by id
