-- What one cell cannot tell and its column can: whether an IMEI of 14 digits has a right check digit with a zero before it
-- (Luhn, 3GPP TS 23.003 annex B), how many have, and what was seen of the column up to now.
alter table enrollment_row add column fits_with_zero boolean default false not null;
alter table enrollment_row_before add column fits_with_zero boolean default false not null;
alter table enrollment_batch add column imeis_zero integer default 0 not null;
alter table enrollment_batch add column evidence varchar(512);

-- A row with too few or too many cells is in doubt until somebody confirms its identifier.
alter table enrollment_row add column odd_cells varchar(1024);
alter table enrollment_row_before add column odd_cells varchar(1024);
update enrollment_row set odd_cells = 'another number of cells than the header line' where identifier_fault = 'CELL_COUNT';
update enrollment_row_before set odd_cells = 'another number of cells than the header line'
  where identifier_fault = 'CELL_COUNT';

-- With a zero before them, the digits at odd places (from 1) are the doubled ones: 0, 2, 4, 6, 8, 1, 3, 5, 7, 9.
update enrollment_row set fits_with_zero = (mod(
    cast(substring('0246813579', 1 + cast(substring(unique_identifier, 1, 1) as integer), 1) as integer)
  + cast(substring(unique_identifier, 2, 1) as integer)
  + cast(substring('0246813579', 1 + cast(substring(unique_identifier, 3, 1) as integer), 1) as integer)
  + cast(substring(unique_identifier, 4, 1) as integer)
  + cast(substring('0246813579', 1 + cast(substring(unique_identifier, 5, 1) as integer), 1) as integer)
  + cast(substring(unique_identifier, 6, 1) as integer)
  + cast(substring('0246813579', 1 + cast(substring(unique_identifier, 7, 1) as integer), 1) as integer)
  + cast(substring(unique_identifier, 8, 1) as integer)
  + cast(substring('0246813579', 1 + cast(substring(unique_identifier, 9, 1) as integer), 1) as integer)
  + cast(substring(unique_identifier, 10, 1) as integer)
  + cast(substring('0246813579', 1 + cast(substring(unique_identifier, 11, 1) as integer), 1) as integer)
  + cast(substring(unique_identifier, 12, 1) as integer)
  + cast(substring('0246813579', 1 + cast(substring(unique_identifier, 13, 1) as integer), 1) as integer)
  + cast(substring(unique_identifier, 14, 1) as integer), 10) = 0)
  where imei_digits = 14;
update enrollment_batch set imeis_zero =
    (select count(*) from enrollment_row r where r.batch_id = enrollment_batch.id and r.fits_with_zero)
  where imeis_short > 0 and status = 'DRAFT';
