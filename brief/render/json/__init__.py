"""Values as JSON for other programs; every form that others read stands in this folder."""
