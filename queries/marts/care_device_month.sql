-- One row per in-scope township × month × kind of device returned.
-- A kind a township did not return has no row, because unknown is not zero.
select
    extract_month.ref_area,
    extract_month.month_start,
    extract_month.time_period,
    care_devices.kind,
    care_devices.eligible,
    care_devices.installed,
    care_devices.online,
    care_devices.alarms,
    care_devices.false_alarms,
    care_devices.response_minutes,
    care_devices.active_users
from reference.extract_month as extract_month
inner join staging.care_devices as care_devices
    on extract_month.ref_area = care_devices.ref_area
    and extract_month.month_start = care_devices.month
where extract_month.extract = 'care_devices'
