"""What NumPy gave us, as values carry it. NumPy is not imported: its things say themselves what they are."""

from typing import Any

from camwire.values.arrays import ArrayValue, Descr, ScalarValue, Unfit

_KINDS = "biufcmMSUV"


def is_array(value: object) -> bool:
    """Whether `value` is `numpy.ndarray` itself."""
    return type(value).__module__ == "numpy" and type(value).__name__ == "ndarray"


def is_scalar(value: object) -> bool:
    """Whether `value` is of one of NumPy's own scalar types."""
    kind = type(value)
    return kind.__module__ == "numpy" and kind is getattr(getattr(value, "dtype", None), "type", None)


def is_nan(scalar: Any) -> bool:
    """Whether it is not even equal to itself, as NaN and NaT are."""
    return bool(scalar != scalar)


def array_of(array: Any) -> ArrayValue:
    """Return an array of NumPy, not yet checked, without a copy unless it is not C-contiguous. Raises Unfit."""
    descr = descr_of(array.dtype)
    shape = tuple(int(side) for side in array.shape)
    value = ArrayValue(descr, shape, _bytes_of(array))
    return value


def scalar_of(scalar: Any) -> ScalarValue:
    """Return a scalar of NumPy, not yet checked. Raises Unfit."""
    descr, payload = descr_of(scalar.dtype), bytes(scalar.tobytes())
    if isinstance(descr, str) and descr[1] in "SU":
        if payload.endswith(b"\0" if descr[1] == "S" else b"\0\0\0\0") and len(scalar):
            raise Unfit("NumPy drops the zero character that it ends with")
        if not len(scalar):
            # Nothing at all is, to NumPy, one that is filled with zeros.
            descr, payload = f"{descr[:2]}1", bytes(1 if descr[1] == "S" else 4)
    return ScalarValue(descr, payload)


def descr_of(dtype: Any) -> Descr:
    """Return the type of an element, from NumPy's `dtype`. Raises Unfit."""
    kind = dtype.type
    if dtype.hasobject:
        raise Unfit("its elements are Python objects, which only this program can read. Send a list")
    if dtype.kind not in _KINDS or kind.__module__ != "numpy" or kind.__name__ == "record":
        raise Unfit(f"its elements are {kind.__module__}.{kind.__name__}, which not every NumPy can read")
    if dtype.kind in "fc" and dtype.str[1:] not in ("f2", "f4", "f8", "c8", "c16"):
        raise Unfit(f"its elements are {dtype.name}, which other machines read differently. Convert it to float64")
    if dtype.names is None:
        if dtype.itemsize == 0 and dtype.kind not in "SU":
            raise Unfit("its elements have no bytes")
        return str(dtype.str)
    fields = []
    at = 0
    for name in dtype.names:
        inner, offset, *titles = dtype.fields[name]
        if titles:
            raise Unfit(f"its field {name!r} has a title, which cannot be carried. Make its type anew without titles")
        if offset != at:
            raise _padded()
        base, shape = inner.base, tuple(int(side) for side in inner.shape)
        fields.append((str(name), descr_of(base), shape) if shape else (str(name), descr_of(base)))
        at += inner.itemsize
    if at != dtype.itemsize:
        raise _padded()
    return tuple(fields)


def _bytes_of(array: Any) -> memoryview:
    if not array.flags.c_contiguous:
        array = array.copy(order="C")
    # By way of `view`, because Python has no word for dates, texts and big-endian numbers in memory.
    return memoryview(array.reshape(-1).view("u1")).toreadonly()


def _padded() -> Unfit:
    return Unfit(
        "there are gaps between its fields, or they overlap. Send what numpy.lib.recfunctions.repack_fields makes of it"
    )
