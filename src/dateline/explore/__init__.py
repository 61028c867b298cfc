"""The web explorer: an archive as pages on this machine, each mark one step from its sentence.

The pages are made on the server and work without a script; the modules that Vite bundles add
zooming, a slider and notes at the pointer. Nothing on a page comes from anywhere else.
"""
