"""Settings: `backends` turns the environment into Django's dictionaries, `base` calls it, `production` hardens."""
