"""The closed vocabulary, and where the files of ``ontology/`` stand.

Terms are plain strings on classes: a typo is an ``AttributeError`` at run time and an error of mypy before it. That the
classes hold exactly the terms of ``xianzhi.ttl``, and ``SUPERCLASSES`` its ``rdfs:subClassOf``, is held by the tests.
``docs/make_ontology.py`` writes the page about them.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from kg.errors import OntologyError
from kg.model import Kind

_XZ = "https://w3id.org/xianzhi/ontology#"
_ORG = "http://www.w3.org/ns/org#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_SCHEMA = "https://schema.org/"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_PROV = "http://www.w3.org/ns/prov#"
_FOAF = "http://xmlns.com/foaf/0.1/"
_DCTERMS = "http://purl.org/dc/terms/"

#: The base of entity IRIs where the user gives none.
DEFAULT_BASE = "https://w3id.org/xianzhi/id/"

#: Prefix → namespace, for Turtle, for queries and for showing an IRI short.
PREFIXES = {
    "xz": _XZ,
    "org": _ORG,
    "foaf": _FOAF,
    "prov": _PROV,
    "skos": _SKOS,
    "schema": _SCHEMA,
    "dcterms": _DCTERMS,
    "rdf": _RDF,
    "rdfs": _RDFS,
    "xsd": _XSD,
}


class XZ:
    """The project's own terms."""

    NAMESPACE = _XZ

    Person = _XZ + "Person"
    Official = _XZ + "Official"
    Journalist = _XZ + "Journalist"
    BusinessPerson = _XZ + "BusinessPerson"
    Resident = _XZ + "Resident"

    Organisation = _XZ + "Organisation"
    PartyBody = _XZ + "PartyBody"
    GovernmentBody = _XZ + "GovernmentBody"
    Enterprise = _XZ + "Enterprise"
    PublicInstitution = _XZ + "PublicInstitution"
    GrassrootsBody = _XZ + "GrassrootsBody"
    TaskForce = _XZ + "TaskForce"
    Association = _XZ + "Association"
    MediaOutlet = _XZ + "MediaOutlet"

    District = _XZ + "District"
    Level = _XZ + "Level"
    province = _XZ + "province"
    prefecture = _XZ + "prefecture"
    county = _XZ + "county"
    township = _XZ + "township"
    community = _XZ + "community"
    zone = _XZ + "zone"
    compound = _XZ + "compound"

    Initiative = _XZ + "Initiative"
    Campaign = _XZ + "Campaign"
    Mechanism = _XZ + "Mechanism"
    Project = _XZ + "Project"
    Service = _XZ + "Service"
    Policy = _XZ + "Policy"

    Event = _XZ + "Event"
    Meeting = _XZ + "Meeting"
    Inspection = _XZ + "Inspection"
    Donation = _XZ + "Donation"
    Activity = _XZ + "Activity"

    Page = _XZ + "Page"
    Article = _XZ + "Article"
    Evidence = _XZ + "Evidence"
    Figure = _XZ + "Figure"

    level = _XZ + "level"
    adcode = _XZ + "adcode"
    partOf = _XZ + "partOf"
    holdsPostIn = _XZ + "holdsPostIn"
    rank = _XZ + "rank"
    status = _XZ + "status"
    attestedOn = _XZ + "attestedOn"
    firstAttested = _XZ + "firstAttested"
    lastAttested = _XZ + "lastAttested"
    jurisdiction = _XZ + "jurisdiction"
    locatedIn = _XZ + "locatedIn"
    leads = _XZ + "leads"
    takesPartIn = _XZ + "takesPartIn"
    presides = _XZ + "presides"
    attends = _XZ + "attends"
    investment = _XZ + "investment"
    investmentValue = _XZ + "investmentValue"
    of = _XZ + "of"
    counts = _XZ + "counts"
    value = _XZ + "value"
    unit = _XZ + "unit"
    reporter = _XZ + "reporter"
    correspondent = _XZ + "correspondent"
    photographer = _XZ + "photographer"
    editor = _XZ + "editor"
    extent = _XZ + "extent"
    form = _XZ + "form"
    fileName = _XZ + "fileName"
    sha256 = _XZ + "sha256"
    keptSha256 = _XZ + "keptSha256"
    withheldPersons = _XZ + "withheldPersons"
    site = _XZ + "site"
    evidence = _XZ + "evidence"
    inArticle = _XZ + "inArticle"
    start = _XZ + "start"
    end = _XZ + "end"
    quote = _XZ + "quote"
    confidence = _XZ + "confidence"
    extractor = _XZ + "extractor"


class ORG:
    """W3C Organization: posts."""

    NAMESPACE = _ORG

    Organization = _ORG + "Organization"
    Membership = _ORG + "Membership"
    Role = _ORG + "Role"
    member = _ORG + "member"
    organization = _ORG + "organization"
    role = _ORG + "role"
    subOrganizationOf = _ORG + "subOrganizationOf"


class SKOS:
    """SKOS: names, and the levels of districts."""

    NAMESPACE = _SKOS

    Concept = _SKOS + "Concept"
    prefLabel = _SKOS + "prefLabel"
    altLabel = _SKOS + "altLabel"
    notation = _SKOS + "notation"
    inScheme = _SKOS + "inScheme"


class SCHEMA:
    """schema.org: articles."""

    NAMESPACE = _SCHEMA

    mentions = _SCHEMA + "mentions"
    headline = _SCHEMA + "headline"
    datePublished = _SCHEMA + "datePublished"
    position = _SCHEMA + "position"
    isPartOf = _SCHEMA + "isPartOf"
    url = _SCHEMA + "url"
    startDate = _SCHEMA + "startDate"
    containedInPlace = _SCHEMA + "containedInPlace"


class DCTERMS:
    """Dublin Core."""

    NAMESPACE = _DCTERMS

    title = _DCTERMS + "title"


class RDF:
    """RDF itself: edges as nodes."""

    NAMESPACE = _RDF

    type = _RDF + "type"
    Statement = _RDF + "Statement"
    subject = _RDF + "subject"
    predicate = _RDF + "predicate"
    object = _RDF + "object"


class RDFS:
    """RDF Schema."""

    NAMESPACE = _RDFS

    label = _RDFS + "label"


class XSD:
    """Datatypes."""

    NAMESPACE = _XSD

    date = _XSD + "date"
    decimal = _XSD + "decimal"
    integer = _XSD + "integer"
    anyURI = _XSD + "anyURI"
    string = _XSD + "string"


_PERSON = (XZ.Person, _FOAF + "Person", _SCHEMA + "Person", _PROV + "Agent")
_ORGANISATION = (XZ.Organisation, ORG.Organization, _FOAF + "Organization", _PROV + "Agent")
_INITIATIVE = (XZ.Initiative, _PROV + "Activity")
_EVENT = (XZ.Event, _SCHEMA + "Event", _PROV + "Activity")

#: Class → all classes above it. Everything of the class is written as one of each.
SUPERCLASSES: dict[str, tuple[str, ...]] = {
    XZ.Person: _PERSON[1:],
    XZ.Official: _PERSON,
    XZ.Journalist: _PERSON,
    XZ.BusinessPerson: _PERSON,
    XZ.Resident: _PERSON,
    XZ.Organisation: _ORGANISATION[1:],
    XZ.PartyBody: _ORGANISATION,
    XZ.GovernmentBody: _ORGANISATION,
    XZ.Enterprise: _ORGANISATION,
    XZ.PublicInstitution: _ORGANISATION,
    XZ.GrassrootsBody: _ORGANISATION,
    XZ.TaskForce: _ORGANISATION,
    XZ.Association: _ORGANISATION,
    XZ.MediaOutlet: _ORGANISATION,
    XZ.District: (_SCHEMA + "AdministrativeArea",),
    XZ.Initiative: _INITIATIVE[1:],
    XZ.Campaign: _INITIATIVE,
    XZ.Mechanism: _INITIATIVE,
    XZ.Project: _INITIATIVE,
    XZ.Service: _INITIATIVE,
    XZ.Policy: _INITIATIVE,
    XZ.Event: _EVENT[1:],
    XZ.Meeting: _EVENT,
    XZ.Inspection: _EVENT,
    XZ.Donation: _EVENT,
    XZ.Activity: _EVENT,
    XZ.Page: (_SCHEMA + "CreativeWork", _PROV + "Entity"),
    XZ.Article: (_SCHEMA + "NewsArticle", _PROV + "Entity"),
    XZ.Evidence: (_PROV + "Entity",),
    XZ.Figure: (_PROV + "Entity",),
    ORG.Role: (SKOS.Concept,),
}

#: The class of each kind of entity.
KIND_CLASSES: dict[Kind, str] = {
    Kind.PERSON: XZ.Person,
    Kind.ORGANISATION: XZ.Organisation,
    Kind.DISTRICT: XZ.District,
    Kind.INITIATIVE: XZ.Initiative,
    Kind.EVENT: XZ.Event,
}

#: ``Entity.level`` → the Chinese label of its concept, from the largest to the smallest.
LEVEL_LABELS: dict[str, str] = {
    "province": "省级",
    "prefecture": "地级",
    "county": "县级",
    "township": "乡级",
    "community": "村级",
    "zone": "功能区",
    "compound": "小区院落",
}

#: ``Entity.level`` → concept of the scheme ``xz:Level``.
LEVELS: dict[str, str] = {level: _XZ + level for level in LEVEL_LABELS}

#: ``Fact.predicate`` of an edge → its property.
EDGES: dict[str, str] = {
    "jurisdiction": XZ.jurisdiction,
    "locatedIn": XZ.locatedIn,
    "partOf": XZ.partOf,
    "subOrganizationOf": ORG.subOrganizationOf,
    "leads": XZ.leads,
    "takesPartIn": XZ.takesPartIn,
    "presides": XZ.presides,
    "attends": XZ.attends,
}

#: ``Byline.role`` → its property.
BYLINES: dict[str, str] = {
    "reporter": XZ.reporter,
    "correspondent": XZ.correspondent,
    "photographer": XZ.photographer,
    "editor": XZ.editor,
}


def entity_classes(kind: Kind, subtype: str) -> tuple[str, ...]:
    """All classes of an entity, its own first. An unknown kind, or a subtype of another kind, is an ``OntologyError``."""
    top = KIND_CLASSES.get(kind)
    if top is None:
        raise OntologyError(f"no class for entities of kind {kind.value}")
    if not subtype:
        return (top, *SUPERCLASSES[top])
    own = _XZ + subtype
    if own != top and top not in SUPERCLASSES.get(own, ()):
        raise OntologyError(f"xz:{subtype} is no subclass of xz:{top[len(_XZ) :]}")
    return (own, *SUPERCLASSES[own])


def terms() -> frozenset[str]:
    """IRIs of all of the project's own terms."""
    return frozenset(value for name, value in vars(XZ).items() if not name.startswith("_") and name != "NAMESPACE")


def shorten(iri: str) -> str:
    """An IRI with its prefix (``xz:leads``), or as it is where no prefix fits."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def ontology_dir() -> Path:
    """The folder of the ontology: that of the checkout, otherwise that of the installed data package."""
    checkout = Path(__file__).resolve().parent.parent / "ontology"
    if (checkout / "xianzhi.ttl").is_file():
        return checkout
    spec = find_spec("kg_ontology")
    for place in (spec.submodule_search_locations or []) if spec else []:
        if (Path(place) / "xianzhi.ttl").is_file():
            return Path(place)
    raise OntologyError("the ontology is not installed: neither ontology/ beside the package nor the package kg_ontology")


def ontology_path() -> Path:
    """Classes and properties."""
    return ontology_dir() / "xianzhi.ttl"


def shapes_path() -> Path:
    """The SHACL shapes."""
    return ontology_dir() / "shapes.ttl"


def query_paths() -> dict[str, Path]:
    """The shipped queries: name → file, sorted by name."""
    return {path.stem: path for path in sorted((ontology_dir() / "queries").glob("*.rq"))}
