"""Cache keys that cannot cross from one school to another."""

from tenants.scope import ScopeError, current_scope


def scoped_key(key: str, key_prefix: str, version: int) -> str:
    """`prefix:realm:version:key`, where the realm is the bound school or layer.

    Raises:
        ScopeError: no scope is bound, so the key would belong to nobody.
    """
    scope = current_scope()
    if scope is None:
        raise ScopeError("A cache key needs a scope: open in_school(...) or public_scope() first.")
    return f"{key_prefix}:{scope.realm}:{version}:{key}"
