"""Language, dates, HTML, audit and registries: what every room needs and no noun of the domain."""
