// Searchable pickers.
