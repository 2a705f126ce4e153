"""Things that documents tell of in their own words: counts, indicators, money by its use (所述之物)."""
