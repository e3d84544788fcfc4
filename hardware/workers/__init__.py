"""Programs that own one maker's library each; the standard library only, see vendor_library."""
