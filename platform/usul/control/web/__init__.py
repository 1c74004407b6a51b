"""Pages of the district's host on which schools are set up and looked after. They stand above the domain's own pages."""
