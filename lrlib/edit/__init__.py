"""Design -> another design: a shape chosen, a handle dragged, a run of another length."""
