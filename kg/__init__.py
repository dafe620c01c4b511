"""Chinese local news read into a knowledge graph in which every fact has its sentence: the public names."""
