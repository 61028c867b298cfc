"""The record in the forms that others read, one module per form."""
