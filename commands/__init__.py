"""The commands of `gouji`, a module each; `cli` puts them together."""
