"""Files that staff send up: received, read in the background, told of while they are read (上传)."""
