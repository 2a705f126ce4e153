"""Follow-ups: what they take over of the questions before (追问)."""
