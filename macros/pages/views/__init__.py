"""Views: a typed record as the plain values its template prints, one file per kind."""
