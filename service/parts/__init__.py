"""The parts of a whole: listed, ranked, counted, picked out by what they are worked out to (分项)."""
