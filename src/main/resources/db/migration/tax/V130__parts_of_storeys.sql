-- which part of a building a storey's area is: staircases and lift shafts are no usable area (PT-25)
alter table tax.building_floor add column part text;
