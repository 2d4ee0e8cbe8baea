"""Tables as Qt reads them, made from frozen values."""
