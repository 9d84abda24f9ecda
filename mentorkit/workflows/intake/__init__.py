"""From files beside the programme to the changes that confirming saves."""
