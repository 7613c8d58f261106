"""Questions of one document put in the plain words that plans are read from, and the plan read."""
