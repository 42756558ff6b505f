"""The doors of bodies (light pages, for phones on weak lines), of the standing office and of the desks (the admin)."""
