"""Lists that a document prints of things of its own, purchases, schools, projects: their rows asked for (自有清单)."""
