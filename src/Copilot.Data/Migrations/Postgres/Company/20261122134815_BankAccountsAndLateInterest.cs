using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Copilot.Data.Migrations.Postgres.Company
{
    /// <inheritdoc />
    internal sealed partial class BankAccountsAndLateInterest : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<decimal>(
                name: "LateInterestPercent",
                schema: "company",
                table: "Customers",
                type: "numeric",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BankAccounts",
                schema: "company",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    Number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RoutingCode = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Holder = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Bank = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Bic = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Usual = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankAccounts", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BankAccounts_Currency_Number",
                schema: "company",
                table: "BankAccounts",
                columns: new[] { "Currency", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BankAccounts",
                schema: "company");

            migrationBuilder.DropColumn(
                name: "LateInterestPercent",
                schema: "company",
                table: "Customers");
        }
    }
}
