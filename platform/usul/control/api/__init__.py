"""The control room for programs, on the district's host. It stands above the domain's own resources."""
