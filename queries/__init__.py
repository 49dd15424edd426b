"""What the numbers mean: contracts, intake, catalogue, build and store, and all of the SQL."""
